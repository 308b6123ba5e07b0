namespace Trame.Engines.Sortition;

/// <summary>From counts per kind to people: every member of a kind gets the same probability, exactly, with few panels.</summary>
/// <remarks>
/// Like households take turns, panel by panel. Elsewhere each panel, the heaviest first, seats those of a kind who have been served least; then whoever was served too much gives a
/// part of a panel to whoever was served too little, which is always possible and splits a panel at most once per person. O(people × panels).
/// </remarks>
internal sealed class Seating
{
    private const double Served = 1e-15;
    private readonly TypedPool _pool;
    private readonly List<Table> _tables = [];

    private Seating(TypedPool pool) => _pool = pool;

    /// <summary>A panel being filled: the people seated for each kind.</summary>
    private sealed record Table(Dictionary<int, int[]> Seats)
    {
        public double Weight { get; set; }
    }

    /// <param name="pool">The kinds.</param>
    /// <param name="panels">Panels as counts of kinds.</param>
    /// <param name="weights">Their probabilities, of sum 1.</param>
    public static IReadOnlyList<WeightedPanel> Of(TypedPool pool, IReadOnlyList<(int Kind, int Count)[]> panels, IReadOnlyList<double> weights)
    {
        var seating = new Seating(pool);
        foreach (var at in Enumerable.Range(0, panels.Count).OrderByDescending(i => weights[i])) seating.Open(panels[at], weights[at]);
        foreach (var kind in panels.SelectMany(p => p.Select(e => e.Kind)).Distinct().Order())
            if (!TakesTurns(pool.Kinds[kind])) seating.Serve(kind);
        var sum = seating._tables.Sum(t => t.Weight);
        return [.. seating._tables.Select(t => (Members: t.Seats.Values.SelectMany(s => s).Concat(pool.Staying).Order().ToArray(), t.Weight))
            .GroupBy(p => string.Join(',', p.Members)).Select(same => new WeightedPanel(same.First().Members, same.Sum(p => p.Weight) / sum)).OrderByDescending(p => p.Probability)];
    }

    private static bool TakesTurns(TypedPool.Kind kind) => kind.Homes.Count > 1;

    /// <summary>Splits a panel so that, in each class of like households, every household and every alike member takes each turn once.</summary>
    private void Open((int Kind, int Count)[] panel, double weight)
    {
        var classes = panel.Where(e => TakesTurns(_pool.Kinds[e.Kind])).GroupBy(e => _pool.Kinds[e.Kind].Homes).Select(g => (Kinds: g.ToArray(), Turns: Turns(g.Select(e => _pool.Kinds[e.Kind])))).ToArray();
        var cuts = classes.SelectMany(c => Enumerable.Range(0, c.Turns).Select(turn => (double)turn / c.Turns)).Append(0).Append(1).Distinct().Order().ToArray();
        for (var part = 0; part + 1 < cuts.Length; part++)
        {
            var table = new Table(panel.Where(e => !TakesTurns(_pool.Kinds[e.Kind])).ToDictionary(e => e.Kind, e => new int[e.Count])) { Weight = weight * (cuts[part + 1] - cuts[part]) };
            var middle = (cuts[part] + cuts[part + 1]) / 2;
            foreach (var (kinds, turns) in classes) SeatHomes(table, kinds, (int)(middle * turns));
            _tables.Add(table);
        }
    }

    private static int Turns(IEnumerable<TypedPool.Kind> kinds)
    {
        var turns = 1;
        foreach (var alike in kinds.Select(k => k.People.Count / k.Homes.Count)) turns = turns / (int)System.Numerics.BigInteger.GreatestCommonDivisor(turns, alike) * alike;
        return turns * kinds.First().Homes.Count;
    }

    private void SeatHomes(Table table, (int Kind, int Count)[] kinds, int turn)
    {
        var first = turn;
        foreach (var (kind, count) in kinds)
        {
            var (people, homes) = (_pool.Kinds[kind].People, _pool.Kinds[kind].Homes.Count);
            var alike = people.Count / homes;
            table.Seats[kind] = [.. Enumerable.Range(first, count).Select(h => people[h % homes * alike + turn / homes % alike])];
            first += count;
        }
    }

    private void Serve(int kind)
    {
        var people = _pool.Kinds[kind].People;
        var tables = _tables.Where(t => t.Seats.ContainsKey(kind)).ToList();
        var due = tables.Sum(t => t.Weight * t.Seats[kind].Length) / people.Count;
        var (served, seated) = (new double[people.Count], new List<bool[]>());
        var queue = new PriorityQueue<int, (double, int)>(Enumerable.Range(0, people.Count).Select(i => (i, (0.0, i))));
        foreach (var table in tables)
        {
            var here = new bool[people.Count];
            for (var seat = 0; seat < table.Seats[kind].Length; seat++)
            {
                var i = queue.Dequeue();
                (here[i], served[i], table.Seats[kind][seat]) = (true, served[i] + table.Weight, people[i]);
            }
            for (var i = 0; i < here.Length; i++)
                if (here[i]) queue.Enqueue(i, (served[i], i));
            seated.Add(here);
        }
        Level(kind, tables, seated, served, due);
    }

    private void Level(int kind, List<Table> tables, List<bool[]> seated, double[] served, double due)
    {
        var order = Enumerable.Range(0, served.Length).OrderBy(i => served[i]).ToArray();
        for (int low = 0, high = order.Length - 1; low < high;)
        {
            var (poor, rich) = (order[low], order[high]);
            var moved = Math.Min(due - served[poor], served[rich] - due);
            if (moved > Served) Give(kind, tables, seated, rich, poor, moved);
            (served[poor], served[rich]) = (served[poor] + moved, served[rich] - moved);
            if (due - served[poor] <= served[rich] - due) low++;
            else high--;
        }
    }

    private void Give(int kind, List<Table> tables, List<bool[]> seated, int rich, int poor, double moved)
    {
        var people = _pool.Kinds[kind].People;
        for (var at = 0; at < tables.Count && moved > Served; at++)
        {
            if (!seated[at][rich] || seated[at][poor]) continue;
            var table = tables[at];
            if (table.Weight > moved + Served)
            {
                var rest = new Table(table.Seats.ToDictionary(s => s.Key, s => (int[])s.Value.Clone())) { Weight = table.Weight - moved };
                _tables.Add(rest);
                tables.Add(rest);
                seated.Add((bool[])seated[at].Clone());
                table.Weight = moved;
            }
            var seats = table.Seats[kind];
            seats[Array.IndexOf(seats, people[rich])] = people[poor];
            (seated[at][rich], seated[at][poor]) = (false, true);
            moved -= table.Weight;
        }
    }
}
