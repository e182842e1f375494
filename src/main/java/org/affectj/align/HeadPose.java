package org.affectj.align;

/**
 * How a head is turned, in degrees, for a camera straight ahead.
 *
 * @param pitch nodding; positive looks up
 * @param yaw shaking; positive turns the nose towards the right edge of the picture
 * @param roll tilting; positive turns the head clockwise in the picture
 */
public record HeadPose(double pitch, double yaw, double roll) {
}
