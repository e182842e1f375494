package org.affectj.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.junit.jupiter.api.Test;

/** What Linux says of processors. */
class ProcessorTest {

    private static Processor processor(final String flags) {
        return Processor.parse(List.of("processor\t: 0", "model name\t: Some CPU @ 2.00GHz", "flags\t\t: " + flags));
    }

    @Test
    void knowsBfloat16ByEitherFlag() {
        assertEquals(new Processor("Some CPU @ 2.00GHz", true), processor("fpu sse2 avx512_bf16 fpu"));
        assertEquals(new Processor("Some CPU @ 2.00GHz", true), processor("fpu amx_bf16 amx_tile"));
        assertFalse(processor("fpu avx2 avx512f avx512_vnni").bfloat16());
    }

    @Test
    void takesUnknownFilesForProcessorsWithoutIt() {
        assertEquals(new Processor("unknown", false), Processor.parse(List.of("CPU part\t: 0xd0c")));
    }
}
