using Trame.Engines.OpinionMap;

namespace Trame.Engines.Tests.OpinionMap;

/// <summary>Votes whose truth is known, from a seed.</summary>
internal static class PlantedVotes
{
    /// <summary>Each group has its own chance of agreeing with each statement; people answer more or fewer statements.</summary>
    public static (List<Vote> Votes, Dictionary<long, int> Truth) Groups(int people, int statements, int groups, double filled, int seed)
    {
        var random = new Random(seed);
        var chances = new double[groups, statements];
        for (var statement = 0; statement < statements; statement++)
            for (var g = 0; g < groups; g++) chances[g, statement] = random.NextDouble() < 0.5 ? 0.15 : 0.85;
        var (votes, truth) = (new List<Vote>(), new Dictionary<long, int>());
        for (var person = 0; person < people; person++)
        {
            truth[person] = random.Next(groups);
            var answers = Math.Min(1, filled * (0.4 + (1.2 * random.NextDouble())));
            for (var statement = 0; statement < statements; statement++)
                if (random.NextDouble() < answers) votes.Add(new(person, statement, random.NextDouble() < 0.1 ? 0 : random.NextDouble() < chances[truth[person], statement] ? 1 : -1));
        }

        return (votes, truth);
    }

    /// <summary>No structure: each statement has its chance, the same for all.</summary>
    public static List<Vote> AtRandom(int people, int statements, double filled, int seed)
    {
        var random = new Random(seed);
        var chances = Enumerable.Range(0, statements).Select(_ => random.NextDouble()).ToArray();
        return [.. from person in Enumerable.Range(0, people) from statement in Enumerable.Range(0, statements) where random.NextDouble() < filled select new Vote(person, statement, random.NextDouble() < chances[statement] ? 1 : -1)];
    }

    /// <summary>One opinion, normal among people, on which every vote depends by a logistic law.</summary>
    public static List<Vote> Shade(int people, int statements, double filled, int seed)
    {
        var random = new Random(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var laws = Enumerable.Range(0, statements).Select(_ => (Base: Normal(), Slope: 1.5 * Normal())).ToArray();
        var votes = new List<Vote>();
        for (var person = 0; person < people; person++)
        {
            var opinion = Normal();
            for (var statement = 0; statement < statements; statement++)
                if (random.NextDouble() < filled) votes.Add(new(person, statement, random.NextDouble() < 1 / (1 + Math.Exp(-laws[statement].Base - (laws[statement].Slope * opinion))) ? 1 : -1));
        }

        return votes;
    }

    /// <summary>Two camps opposed on statements 1 to 19, all for statement 0; one vote in ten at random.</summary>
    public static List<Vote> Camps(int people)
    {
        var random = new Random(9);
        return [.. from person in Enumerable.Range(0, people) from statement in Enumerable.Range(0, 20) select new Vote(person, statement, statement > 0 && random.NextDouble() < 0.1 ? random.Next(-1, 2) : statement == 0 || person % 2 == 0 ? 1 : -1)];
    }
}
