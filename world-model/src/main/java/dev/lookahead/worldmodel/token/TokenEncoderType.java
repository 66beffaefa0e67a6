package dev.lookahead.worldmodel.token;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How encoders of patch tokens are called in JSON, for {@code StrictJson}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ImageTransformer.class, name = "image_transformer"),
  @JsonSubTypes.Type(value = VideoTransformer.class, name = "video_transformer")
})
public interface TokenEncoderType {}
