// SPDX-License-Identifier: EPL-2.0
// Copyright (c) 2026 CCW Workbench contributors
package org.ccwbench.ui.editor.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places for figures and ways for links. The program is cut into bands of some CCWs each, with what they name first;
 * ELK lays each band out, and the bands stand side by side, as columns of a newspaper. So a program of any length is
 * laid out in a time that grows with its length only, and one can read it.
 */
final class Arrangement {
	static final double MARGIN = 24;
	private static final double CHAIN = 100;
	private static final double SLOT = 7;
	private final List<List<Figure>> bands = new ArrayList<>();
	private final Drawn drawn;

	private Arrangement(Drawn drawn, int perBand) {
		this.drawn = drawn;
		cut(perBand);
	}

	/** Sizes figures and puts them where they can be read, at once. */
	static void rough(Drawn drawn, double character, double line, int perBand) {
		for (Figure f : drawn.figures) {
			int longest = Math.max(f.title.length() + 2, f.lines.stream().mapToInt(String::length).max().orElse(0));
			f.width = Math.max(f.kind == Figure.Kind.CCW ? 24 * character : 12 * character, longest * character) + 26;
			f.height = (1 + f.lines.size()) * line + 14;
		}
		Arrangement a = new Arrangement(drawn, perBand);
		double x = MARGIN;
		for (List<Figure> band : a.bands) {
			double left = MARGIN;
			double right = MARGIN;
			double chain = band.stream().filter(a::inChain).mapToDouble(f -> f.width).max().orElse(0);
			for (Figure f : band) {
				boolean in = a.inChain(f);
				f.x = in ? x : x + chain + 70;
				f.y = in ? left : right;
				left += in ? f.height + 26 : 0;
				right += in ? 0 : f.height + 16;
			}
			x = band.stream().mapToDouble(f -> f.x + f.width).max().orElse(x) + 90;
		}
		drawn.links.forEach(l -> l.points = straight(l));
	}

	/** Lays out with ELK. May take seconds; false if it was cancelled, and everything is then as before. */
	static boolean layered(Drawn drawn, int perBand, BooleanSupplier cancelled) {
		LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
		Arrangement a = new Arrangement(drawn, perBand);
		List<Runnable> results = new ArrayList<>();
		double x = MARGIN;
		Set<Link> routed = new HashSet<>();
		for (List<Figure> band : a.bands) {
			if (cancelled.getAsBoolean()) {
				return false;
			}
			x += a.band(band, x, results, routed) + 60;
		}
		results.forEach(Runnable::run);
		drawn.links.stream().filter(l -> !routed.contains(l)).forEach(l -> l.points = straight(l));
		return true;
	}

	private boolean inChain(Figure f) {
		return f.isCommand() || f.kind == Figure.Kind.ORB;
	}

	private void cut(int perBand) {
		Map<Figure, List<Figure>> named = new HashMap<>();
		Map<Figure, Figure> starter = new HashMap<>();
		for (Link l : drawn.links) {
			named.computeIfAbsent(l.from, f -> new ArrayList<>()).add(l.to);
			if (l.kind == Link.Kind.START) {
				starter.putIfAbsent(l.to, l.from);
			}
		}
		Set<Figure> placed = new HashSet<>();
		List<Figure> band = new ArrayList<>();
		int commands = 0;
		for (Figure f : drawn.commands()) {
			if (commands++ >= perBand) {
				bands.add(band);
				band = new ArrayList<>();
				commands = 1;
			}
			if (starter.containsKey(f)) {
				add(starter.get(f), band, placed);
			}
			add(f, band, placed);
			for (Figure to : named.getOrDefault(f, List.of())) {
				if (!to.isCommand()) {
					add(to, band, placed);
					for (Figure t : named.getOrDefault(to, List.of())) {
						if (!t.isCommand() && placed.add(t)) {
							band.add(t);
						}
					}
				}
			}
		}
		bands.add(band);
		List<Figure> rest = new ArrayList<>(drawn.figures.stream().filter(f -> !placed.contains(f)).toList());
		for (int i = 0; i < rest.size(); i += perBand) {
			bands.add(new ArrayList<>(rest.subList(i, Math.min(rest.size(), i + perBand))));
		}
		bands.removeIf(List::isEmpty);
	}

	private static void add(Figure f, List<Figure> band, Set<Figure> placed) {
		if (placed.add(f)) {
			band.add(f);
		}
	}

	/** Width of the band; what it gives is applied by {@code results}. */
	private double band(List<Figure> band, double left, List<Runnable> results, Set<Link> routed) {
		ElkNode graph = ElkGraphUtil.createGraph();
		graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
		graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
		graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
		graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
		graph.setProperty(CoreOptions.SPACING_NODE_NODE, 34.0);
		graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 24.0);
		graph.setProperty(CoreOptions.SPACING_EDGE_NODE, SLOT);
		graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, SLOT);
		graph.setProperty(CoreOptions.SPACING_EDGE_EDGE, SLOT);
		graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, SLOT);
		Map<Figure, ElkNode> nodes = new HashMap<>();
		for (Figure f : band) {
			ElkNode n = ElkGraphUtil.createNode(graph);
			n.setDimensions(f.width, f.height);
			n.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
			nodes.put(f, n);
		}
		Map<Link, ElkEdge> edges = new HashMap<>();
		for (Link l : drawn.links) {
			if (nodes.containsKey(l.from) && nodes.containsKey(l.to)) {
				edges.put(l, edge(l, nodes));
			}
		}
		new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
		results.add(() -> {
			nodes.forEach((f, n) -> {
				f.x = left + n.getX();
				f.y = MARGIN + n.getY();
			});
			edges.forEach((l, e) -> l.points = points(e, left, l));
		});
		routed.addAll(edges.keySet());
		return graph.getWidth();
	}

	private static ElkEdge edge(Link l, Map<Figure, ElkNode> nodes) {
		ElkEdge edge = ElkGraphUtil.createSimpleEdge(
				port(nodes.get(l.from), l.sideways() ? PortSide.EAST : PortSide.SOUTH, l.from),
				port(nodes.get(l.to), l.kind == Link.Kind.TIC ? PortSide.EAST : l.sideways() ? PortSide.WEST : PortSide.NORTH, l.to));
		if (!l.sideways()) {
			edge.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, (int) CHAIN);
			edge.setProperty(LayeredOptions.PRIORITY_DIRECTION, (int) CHAIN);
		}
		return edge;
	}

	private static ElkPort port(ElkNode node, PortSide side, Figure f) {
		for (ElkPort p : node.getPorts()) {
			if (p.getProperty(CoreOptions.PORT_SIDE) == side) {
				return p;
			}
		}
		ElkPort port = ElkGraphUtil.createPort(node);
		port.setProperty(CoreOptions.PORT_SIDE, side);
		switch (side) {
			case EAST -> port.setLocation(f.width, f.height / 2);
			case WEST -> port.setLocation(0, f.height / 2);
			case SOUTH -> port.setLocation(60, f.height);
			default -> port.setLocation(60, 0);
		}
		return port;
	}

	private static List<Link.Point> points(ElkEdge edge, double left, Link l) {
		if (edge.getSections().isEmpty()) {
			return straight(l);
		}
		ElkEdgeSection s = edge.getSections().get(0);
		List<Link.Point> points = new ArrayList<>();
		points.add(new Link.Point(left + s.getStartX(), MARGIN + s.getStartY()));
		s.getBendPoints().forEach(b -> points.add(new Link.Point(left + b.getX(), MARGIN + b.getY())));
		points.add(new Link.Point(left + s.getEndX(), MARGIN + s.getEndY()));
		return points;
	}

	/** A way with two corners, for links that ELK has not seen and for figures that were moved by hand. */
	static List<Link.Point> straight(Link l) {
		Figure a = l.from;
		Figure b = l.to;
		if (l.sideways()) {
			boolean right = b.x >= a.x + a.width;
			double ax = right || l.kind == Link.Kind.TIC ? a.x + a.width : b.x + b.width <= a.x ? a.x : a.x + a.width;
			double bx = l.kind == Link.Kind.TIC ? b.x + b.width : right ? b.x : b.x + b.width;
			double middle = right ? (ax + bx) / 2 : Math.max(ax, bx) + 18;
			return List.of(new Link.Point(ax, a.middleY()), new Link.Point(middle, a.middleY()), new Link.Point(middle, b.middleY()), new Link.Point(bx, b.middleY()));
		}
		double ay = a.y + a.height;
		if (b.y >= ay) {
			double middle = (ay + b.y) / 2;
			return List.of(new Link.Point(a.x + 60, ay), new Link.Point(a.x + 60, middle), new Link.Point(b.x + 60, middle), new Link.Point(b.x + 60, b.y));
		}
		double gap = b.x > a.x ? b.x - 20 : a.x + a.width + 20;
		return List.of(new Link.Point(a.x + 60, ay), new Link.Point(a.x + 60, ay + 12), new Link.Point(gap, ay + 12), new Link.Point(gap, b.y - 12),
				new Link.Point(b.x + 60, b.y - 12), new Link.Point(b.x + 60, b.y));
	}
}
