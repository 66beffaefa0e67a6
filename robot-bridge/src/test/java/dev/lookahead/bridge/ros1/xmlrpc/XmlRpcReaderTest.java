package dev.lookahead.bridge.ros1.xmlrpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRpcReaderTest {

  private static final XmlRpcLimits LIMITS = new XmlRpcLimits(4096, 5, 20);

  static XmlRpcCall everyKind() {
    return XmlRpcCall.of(
        "setParam",
        new XmlRpcValue.Text("a < b & \"c\" > d\r\n\u00e9\ud83e\udd16"),
        XmlRpcValue.array(new XmlRpcValue.Int(-7), new XmlRpcValue.Bool(true)),
        new XmlRpcValue.Struct(
            Map.of("x", new XmlRpcValue.Dbl(1.5e-9), "nan", new XmlRpcValue.Dbl(Double.NaN))),
        new XmlRpcValue.Binary(new byte[] {0, -1, 2}),
        new XmlRpcValue.DateTime("19980717T14:08:55"));
  }

  private static XmlRpcValue answer(String value) throws Exception {
    return XmlRpcReader.answer(
        ("<methodResponse><params><param>" + value + "</param></params></methodResponse>")
            .getBytes(UTF_8),
        LIMITS);
  }

  @Test
  void whatWasWrittenIsRead() throws Exception {
    assertThat(XmlRpcReader.call(XmlRpcWriter.call(everyKind()), LIMITS)).isEqualTo(everyKind());
    XmlRpcValue value = new XmlRpcValue.Int(3);
    assertThat(XmlRpcReader.answer(XmlRpcWriter.answer(value), LIMITS)).isEqualTo(value);
  }

  @Test
  void aFaultIsThrownAsSuch() {
    assertThatThrownBy(() -> XmlRpcReader.answer(XmlRpcWriter.fault(4, "too many"), LIMITS))
        .isInstanceOf(XmlRpcFault.class)
        .hasMessage("too many");
  }

  @Test
  void untypedValuesAreTextAndSpacesBetweenElementsDoNotMatter() throws Exception {
    assertThat(answer("<value> as is </value>")).isEqualTo(new XmlRpcValue.Text(" as is "));
    assertThat(answer("<value></value>")).isEqualTo(new XmlRpcValue.Text(""));
    assertThat(
            answer(
                "\n <value>\n <array> <data>\n <value><i4> 5 </i4></value> </data></array>\n</value>"))
        .isEqualTo(XmlRpcValue.array(new XmlRpcValue.Int(5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<value><i4>1.5</i4></value>",
        "<value><i4>99999999999</i4></value>",
        "<value><boolean>yes</boolean></value>",
        "<value><double>fast</double></value>",
        "<value><base64>***</base64>",
        "<value><nil/></value>",
        "<value><i4>1</i4><i4>2</i4></value>",
        "<value><struct><name>x</name></struct></value>",
        "<value><array><value>1</value></array></value>",
        "<value>&undeclared;</value>",
        "<value>",
        ""
      })
  void whatIsNoValueIsRefused(String value) {
    assertThatThrownBy(() -> answer(value)).isInstanceOf(XmlRpcException.class);
  }

  @Test
  void depthCountAndSizeAreLimited() {
    assertThatThrownBy(() -> answer("<value><array><data>".repeat(6)))
        .isInstanceOf(XmlRpcException.class)
        .hasMessage("values may nest 5 deep, got more");
    assertThatThrownBy(() -> answer("<value><array><data>" + "<value>1</value>".repeat(21)))
        .isInstanceOf(XmlRpcException.class)
        .hasMessage("a document may hold 20 values, got more");
    assertThatThrownBy(() -> answer(" ".repeat(5000)))
        .isInstanceOf(XmlRpcException.class)
        .hasMessageStartingWith("an XML-RPC document may have 4096 bytes, got");
  }

  @Test
  void documentTypesAndEntitiesAreRefused() {
    String laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>"
            + "<methodCall><methodName>&b;</methodName><params/></methodCall>";
    assertThatThrownBy(() -> XmlRpcReader.call(laughs.getBytes(UTF_8), LIMITS))
        .isInstanceOf(XmlRpcException.class);
    String file =
        "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
            + "<methodCall><methodName>&f;</methodName><params/></methodCall>";
    assertThatThrownBy(() -> XmlRpcReader.call(file.getBytes(UTF_8), LIMITS))
        .isInstanceOf(XmlRpcException.class);
  }
}
