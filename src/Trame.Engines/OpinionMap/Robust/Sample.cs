namespace Trame.Engines.OpinionMap.Robust;

/// <summary>Some of the people.</summary>
internal static class Sample
{
    /// <summary>Everybody when they are few, else <paramref name="most"/> of them without replacement (the first of a partial shuffle), in increasing order.</summary>
    public static int[] Of(int people, int most, SeededRandom random)
    {
        int[] all = [.. Enumerable.Range(0, people)];
        if (people <= most) return all;
        for (var i = 0; i < most; i++)
        {
            var other = i + random.Next(people - i);
            (all[i], all[other]) = (all[other], all[i]);
        }

        Array.Sort(all, 0, most);
        return all[..most];
    }

    /// <summary>As many people as given, drawn among them with replacement.</summary>
    public static int[] Again(IReadOnlyList<int> people, SeededRandom random)
    {
        var drawn = new int[people.Count];
        for (var i = 0; i < drawn.Length; i++) drawn[i] = people[random.Next(people.Count)];
        return drawn;
    }

    /// <summary>The lines of these people, in that order.</summary>
    public static SparseSide Rows(SparseSide rows, IReadOnlyList<int> people)
    {
        var start = new int[people.Count + 1];
        for (var i = 0; i < people.Count; i++) start[i + 1] = start[i] + rows.LengthOf(people[i]);
        var (index, values) = (new int[start[^1]], new sbyte[start[^1]]);
        for (var i = 0; i < people.Count; i++)
        {
            Array.Copy(rows.Index, rows.Start[people[i]], index, start[i], start[i + 1] - start[i]);
            Array.Copy(rows.Values, rows.Start[people[i]], values, start[i], start[i + 1] - start[i]);
        }

        return new(start, index, values);
    }
}
