/**
 * Geometry of faces: the similarity transform to the template that networks expect, the crop that it makes, and how a
 * head is turned. May use {@code model} and ImgLib2. Start reading at {@link org.affectj.align.AlignedFace}.
 */
package org.affectj.align;
