package dev.lookahead.worldmodel;

/**
 * What the robot shall see when it has arrived.
 *
 * @param image the goal image, from the same camera as the observations
 */
public record Goal(CameraFrame image) {}
