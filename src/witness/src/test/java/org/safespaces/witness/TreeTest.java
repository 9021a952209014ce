package org.safespaces.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    /** Of Certificate Transparency's own tests. */
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreThoseOfCertificateTransparency() {
        Tree tree = new Tree();
        for (int i = 0; i < LEAVES.size(); i++) {
            tree.add(Tree.leaf(HexFormat.of().parseHex(LEAVES.get(i))));
            assertEquals(ROOTS.get(i), HexFormat.of().formatHex(tree.root()));
        }
    }

    @Test
    void aTreeGoesOnFromItsEdge() {
        Tree whole = new Tree();
        Tree pieced = new Tree();
        for (int i = 0; i < 100; i++) {
            byte[] leaf = Tree.leaf(new byte[] {(byte) i});
            whole.add(leaf);
            pieced = pieced.copy();
            pieced.add(leaf);
            assertArrayEquals(whole.root(), pieced.root());
        }
    }

    @Test
    void anEdgeThatDoesNotFitItsSizeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Tree.of(3, new byte[Tree.HASH]));
        assertThrows(IllegalArgumentException.class, () -> Tree.of(1, new byte[Tree.HASH - 1]));
        assertThrows(IllegalArgumentException.class, () -> Tree.of(-1, new byte[0]));
    }
}
