package org.affectj.imagej.menu;

import ij.ImagePlus;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;

/** Gives a command the image that is in front, or ends it before it asks for anything else. */
final class ActiveImage extends AbstractPreprocessorPlugin {

    private final ImagePlus image;

    /** @param image the active image; null for none, as ImageJ has it */
    ActiveImage(final ImagePlus image) {
        this.image = image;
    }

    @Override
    public void process(final Module module) {
        for (final ModuleItem<?> input : module.getInfo().inputs()) {
            if (input.getType() != ImagePlus.class || module.isInputResolved(input.getName())) continue;
            if (image == null) cancel("There is no image: open a picture of a face first.");
            module.setInput(input.getName(), image);
            module.resolveInput(input.getName());
        }
    }
}
