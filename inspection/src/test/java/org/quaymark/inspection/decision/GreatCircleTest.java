package org.quaymark.inspection.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GreatCircleTest {
    @Test
    void knowsDistancesOnTheEarth() {
        assertEquals(0, GreatCircle.kilometres(53.51, 9.93, 53.51, 9.93), 1e-9);
        assertEquals(111.195, GreatCircle.kilometres(0, 0, 1, 0), 0.001);
        assertEquals(111.195, GreatCircle.kilometres(0, 0, 0, -1), 0.001);
        assertEquals(55.597, GreatCircle.kilometres(60, 10, 60, 11), 0.01);
        assertEquals(Math.PI * GreatCircle.RADIUS, GreatCircle.kilometres(90, 0, -90, 0), 0.001);
        assertEquals(Math.PI * GreatCircle.RADIUS, GreatCircle.kilometres(0, 0, 0, 180), 0.001);
    }

    @Test
    void goesTheShortWayOverTheDateLine() {
        assertEquals(222.39, GreatCircle.kilometres(0, 179, 0, -179), 0.01);
    }

    @Test
    void isTheSameThereAndBack() {
        double there = GreatCircle.kilometres(51.5, -0.13, 31.14, 121.81);
        assertEquals(there, GreatCircle.kilometres(31.14, 121.81, 51.5, -0.13), 1e-9);
        assertEquals(9_220, there, 30);
    }
}
