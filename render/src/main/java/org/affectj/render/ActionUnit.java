package org.affectj.render;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The twelve action units of METHOD 5, in its order, and the shapes of the face kit that act each one out. */
public enum ActionUnit {
    AU01(both("browInnerUp", 1f)),
    AU02(both("browOuterUp", 1f)),
    AU04(both("browDown", 1f)),
    AU06(Map.of("cheekSquint_L", 1f, "cheekSquint_R", 1f, "cheekRaiser_L", 0.6f, "cheekRaiser_R", 0.6f)),
    AU07(Map.of("eyeSquint_L", 1f, "eyeSquint_R", 1f, "eyeBlink_L", 0.12f, "eyeBlink_R", 0.12f)),
    AU10(Map.of("mouthUpperUp_L", 1f, "mouthUpperUp_R", 1f, "noseSneer_L", 0.4f, "noseSneer_R", 0.4f)),
    AU12(both("mouthSmile", 1f)),
    AU15(both("mouthFrown", 1f)),
    AU23(Map.of("mouthRollUpper", 0.6f, "mouthRollLower", 0.6f)),
    AU24(both("mouthPress", 1f)),
    AU25(Map.of("mouthLowerDown_L", 1f, "mouthLowerDown_R", 1f, "mouthUpperUp_L", 0.35f, "mouthUpperUp_R", 0.35f)),
    AU26(Map.of("jawOpen", 0.7f));

    /** The intensity from which an action unit counts as present. */
    public static final float PRESENT = 0.2f;

    private final SortedMap<String, Float> shapes;

    ActionUnit(final Map<String, Float> shapes) {
        this.shapes = new TreeMap<>(shapes); // an order, so that sums of floats repeat
    }

    /** @return weight of each shape, by its name in the kit, when this action unit is at full intensity */
    public SortedMap<String, Float> shapes() {
        return shapes;
    }

    private static Map<String, Float> both(final String shape, final float weight) {
        return Map.of(shape + "_L", weight, shape + "_R", weight);
    }
}
