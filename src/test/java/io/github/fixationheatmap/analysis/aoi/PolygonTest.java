package io.github.fixationheatmap.analysis.aoi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.fixationheatmap.analysis.aoi.Area.Ellipse;
import io.github.fixationheatmap.analysis.aoi.Area.Rectangle;
import io.github.fixationheatmap.analysis.aoi.Polygon.Ring;
import io.github.fixationheatmap.model.FixationListener.LimitExceededException;
import io.github.fixationheatmap.model.TimeCheck;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PolygonTest {

    static Ring ring(double... xys) {
        double[] xs = new double[xys.length / 2];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = xys[2 * i];
            ys[i] = xys[2 * i + 1];
        }
        return Ring.of(xs, ys);
    }

    static Polygon polygon(double... xys) {
        return Polygon.of(List.of(ring(xys)));
    }

    @Test
    void leftAndTopEdgesBelongToItAndRightAndBottomOnesDoNot() {
        Polygon square = polygon(10, 10, 20, 10, 20, 20, 10, 20);
        assertThat(square.contains(10, 10)).isTrue();
        assertThat(square.contains(10, 15)).isTrue();
        assertThat(square.contains(15, 10)).isTrue();
        assertThat(square.contains(20, 15)).isFalse();
        assertThat(square.contains(15, 20)).isFalse();
        assertThat(square.contains(20, 10)).isFalse();
        assertThat(square.contains(10, 20)).isFalse();
        assertThat(square.contains(Double.NaN, 15)).isFalse();
        assertThat(square.contains(15, Double.NaN)).isFalse();
    }

    @Test
    void aRingWithinIsAHoleAndAnotherWithinThatAnIsland() {
        Polygon target = Polygon.of(List.of(
                ring(0, 0, 30, 0, 30, 30, 0, 30), ring(10, 10, 10, 20, 20, 20, 20, 10), ring(14, 14, 16, 14, 15, 16)));
        assertThat(target.contains(5, 15)).isTrue();
        assertThat(target.contains(12, 15)).isFalse();
        assertThat(target.contains(15, 15)).isTrue();
        assertThat(target.area()).isEqualTo(900 - 100 + 2);
        assertThat(target.kind()).isEqualTo("polygon");
    }

    @Test
    void shapesAreCheckedWhenTheyAreMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> ring(0, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ring(0, 0, 1, 1, Double.NaN, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Ring.of(new double[3], new double[4]));
        assertThatIllegalArgumentException().isThrownBy(() -> Polygon.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rectangle(1, 1, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rectangle(2, 1, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ellipse(1, 1, 0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> ring(0, 0, 1, 1, 2 * SideOfLine.MAX, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ellipse(1, 1, 2, Double.POSITIVE_INFINITY));
    }

    @Test
    void anEllipseContainsOnlyItsInterior() {
        Ellipse ellipse = new Ellipse(50, 40, 20, 10);
        assertThat(ellipse.contains(50, 40)).isTrue();
        assertThat(ellipse.contains(Math.nextDown(70.0), 40)).isTrue();
        assertThat(ellipse.contains(70, 40)).isFalse();
        assertThat(ellipse.contains(50, 30)).isFalse();
        assertThat(ellipse.area()).isCloseTo(200 * Math.PI, within(1e-9));
    }

    /** The even-odd rule in integer arithmetic, which is exact. */
    private static boolean expected(List<long[][]> rings, long x, long y) {
        boolean inside = false;
        for (long[][] ring : rings) {
            for (int i = 0; i < ring.length; i++) {
                long[] a = ring[i];
                long[] b = ring[(i + 1) % ring.length];
                long[] upper = a[1] < b[1] ? a : b;
                long[] lower = a[1] < b[1] ? b : a;
                boolean spans = upper[1] <= y && y < lower[1];
                if (spans && (x - upper[0]) * (lower[1] - upper[1]) < (lower[0] - upper[0]) * (y - upper[1])) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }

    @Property(tries = 200)
    void theResultEqualsThatOfIntegerArithmetic(@ForAll Random random) {
        List<long[][]> rings = new ArrayList<>();
        List<Ring> same = new ArrayList<>();
        for (int r = 0; r <= random.nextInt(3); r++) {
            int points = 3 + random.nextInt(60);
            long[][] ring = new long[points][];
            double[] xys = new double[2 * points];
            for (int i = 0; i < points; i++) {
                ring[i] = new long[] {random.nextInt(24), random.nextInt(24)};
                xys[2 * i] = ring[i][0];
                xys[2 * i + 1] = ring[i][1];
            }
            rings.add(ring);
            same.add(ring(xys));
        }
        Polygon polygon = Polygon.of(same);
        for (int y = -1; y <= 25; y++) {
            for (int x = -1; x <= 25; x++) {
                assertThat(polygon.contains(x, y)).as("%d, %d", x, y).isEqualTo(expected(rings, x, y));
            }
        }
    }

    @Property
    void aRectangleContainsWhatThePolygonOfItsCornersDoes(@ForAll Random random) {
        double left = random.nextInt(20) / 4.0;
        double top = random.nextInt(20) / 4.0;
        double right = left + (1 + random.nextInt(20)) / 4.0;
        double bottom = top + (1 + random.nextInt(20)) / 4.0;
        Rectangle rectangle = new Rectangle(left, top, right, bottom);
        Polygon polygon = polygon(right, top, left, top, left, bottom, right, bottom);
        for (int i = 0; i < 200; i++) {
            double x = random.nextInt(48) / 4.0;
            double y = random.nextInt(48) / 4.0;
            assertThat(rectangle.contains(x, y)).isEqualTo(polygon.contains(x, y));
        }
        assertThat(rectangle.area()).isEqualTo(polygon.area());
        assertThat(rectangle.bounds()).isEqualTo(polygon.bounds());
    }

    /** The reference: the difference of the two products in exact decimal arithmetic. */
    private static boolean isPositive(double ax, double ay, double bx, double by, double x, double y) {
        BigDecimal one = exact(bx, ax).multiply(exact(y, ay));
        return one.compareTo(exact(x, ax).multiply(exact(by, ay))) > 0;
    }

    private static BigDecimal exact(double minuend, double subtrahend) {
        return new BigDecimal(minuend).subtract(new BigDecimal(subtrahend));
    }

    private static double coordinate(int kind, Random random) {
        double sign = random.nextBoolean() ? 1 : -1;
        return switch (kind) {
            case 0 -> random.nextInt(8);
            case 1 -> random.nextInt(1_000_000) / 100.0;
            case 2 -> sign * random.nextDouble() * 1e9;
            case 3 -> sign * Math.scalb(1 + random.nextDouble(), random.nextInt(90) - 45);
            case 4 -> sign * Math.scalb(1 + random.nextDouble(), random.nextInt(989) - 943);
            case 5 -> sign * SideOfLine.MIN;
            case 6 -> sign * SideOfLine.MAX;
            default -> 0;
        };
    }

    /** Points on and next to lines through coordinates of all sizes, such as a polygon holds after {@link Ring} has checked them. */
    @Property(tries = 20_000)
    void theSideOfALineEqualsThatOfExactArithmetic(@ForAll Random random) {
        int kind = random.nextInt(8);
        double ax = coordinate(random.nextInt(3) == 0 ? random.nextInt(8) : kind, random);
        double ay = coordinate(random.nextInt(3) == 0 ? random.nextInt(8) : kind, random);
        double bx = coordinate(random.nextInt(3) == 0 ? random.nextInt(8) : kind, random);
        double by = coordinate(random.nextInt(3) == 0 ? random.nextInt(8) : kind, random);
        double part = switch (random.nextInt(3)) {
            case 0 -> random.nextInt(3) / 2.0;
            case 1 -> Math.scalb(1.0, -random.nextInt(60));
            default -> random.nextDouble();
        };
        double x = near(ax + part * (bx - ax), random);
        double y = near(ay + part * (by - ay), random);
        Effort effort = new Effort(TimeCheck.NONE);
        assertThat(SideOfLine.isPositive(ax, ay, bx, by, x, y, effort)).as("%s, %s to %s, %s and %s, %s", ax, ay, bx, by, x, y)
                .isEqualTo(isPositive(ax, ay, bx, by, x, y));
    }

    private static double near(double coordinate, Random random) {
        double near = switch (random.nextInt(4)) {
            case 0 -> Math.nextUp(coordinate);
            case 1 -> Math.nextDown(coordinate);
            default -> coordinate;
        };
        return Math.clamp(SideOfLine.flushed(near), -SideOfLine.MAX, SideOfLine.MAX);
    }

    /** 2 million edges on the diagonal, each in all bands: only exact arithmetic tells the side of a point on the diagonal. */
    @Test
    @Tag("slow")
    void workIsBoundedWhereAllEdgesPassNearAPoint() {
        double[] xs = new double[2_000_000];
        for (int i = 1; i < xs.length; i += 2) {
            xs[i] = 999;
        }
        Effort building = new Effort(TimeCheck.NONE, 10_000_000);
        Polygon polygon = Polygon.of(List.of(Ring.of(xs, xs)), building);
        assertThat(polygon.contains(500, 500)).isFalse();
        AtomicInteger looks = new AtomicInteger();
        Effort effort = new Effort(looks::incrementAndGet, 50_000_000);
        polygon.contains(500, 500, effort);
        assertThat(looks.get()).isGreaterThanOrEqualTo(8);
        assertThatThrownBy(() -> polygon.contains(501, 501, effort)).isInstanceOf(LimitExceededException.class)
                .hasMessage("more than 50000000 comparisons with edges of areas up to here, expected at most 50000000: areas with fewer"
                        + " corners, or fewer fixations");
    }

    /** A thousand rings of 100 points each: each ring is looked for in all others. */
    @Test
    void holesAreFoundWithBoundedWork() {
        List<Ring> rings = new ArrayList<>();
        for (int r = 0; r < Polygon.MAX_RINGS; r++) {
            double[] xys = new double[200];
            for (int i = 0; i < 200; i += 2) {
                xys[i] = 5_000 + (r + 1) * Math.cos(i * Math.PI / 100);
                xys[i + 1] = 5_000 + (r + 1) * Math.sin(i * Math.PI / 100);
            }
            rings.add(ring(xys));
        }
        double ringArea = 50 * Math.sin(Math.PI / 50);
        // Discs of radius 1000, 999 ... 1, added and subtracted in turn.
        assertThat(Polygon.of(rings).area()).isCloseTo(ringArea * 1_000 * 1_001 / 2, within(1e-3));
        assertThatThrownBy(() -> Polygon.of(rings, new Effort(TimeCheck.NONE, 1_000))).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void nearlyCollinearPointsAreDecidedExactly() {
        // 0.1 + 0.2 is above 0.3 in doubles: of the two triangles along the diagonal exactly one has each point near it.
        Polygon above = polygon(0, 0, 0.3, 0.1 + 0.2, 0.3, 0);
        Polygon below = polygon(0, 0, 0.3, 0.1 + 0.2, 0, 0.3);
        for (double x = 0.01; x < 0.29; x += 0.00137) {
            for (double y : new double[] {x, Math.nextUp(x), Math.nextDown(x), x * ((0.1 + 0.2) / 0.3)}) {
                assertThat(above.contains(x, y)).as("%s, %s", x, y).isNotEqualTo(below.contains(x, y));
            }
        }
    }
}
