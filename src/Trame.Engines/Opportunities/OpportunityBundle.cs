namespace Trame.Engines.Opportunities;

/// <summary>A proposal: a place, a slot, a kind, who gives and who receives. Humans carry it; nobody is enrolled by it.</summary>
/// <param name="Place">Index of the place, or −1 when it joins a moment that is held.</param>
/// <param name="Moment">Index of the moment, or −1.</param>
/// <param name="Kind">Index of the kind.</param>
/// <param name="Start">First hour in the week.</param>
/// <param name="Hours">Length.</param>
/// <param name="Giver">Index of the resource that leads it, or −1.</param>
/// <param name="Equipment">Index of the resource that lends the equipment, or −1.</param>
/// <param name="Receivers">Indices of the needs, in their order in the file: no rank.</param>
/// <param name="Minutes">Minutes of way of each receiver, in the same order.</param>
/// <param name="GiverMinutes">Minutes of way of who gives and of the equipment, together.</param>
/// <param name="Groups">Number of different groups that said they were there, by dimension; a dimension nobody told is absent: not measurable.</param>
/// <param name="Parts">What makes its value.</param>
public sealed record OpportunityBundle(int Place, int Moment, int Kind, int Start, int Hours, int Giver, int Equipment, IReadOnlyList<int> Receivers, IReadOnlyList<double> Minutes,
    double GiverMinutes, IReadOnlyDictionary<string, int> Groups, BundleParts Parts);
