using System.Globalization;
using Trame.Engines.OpinionMap;
using Trame.Engines.OpinionMap.Robust;

namespace Trame.Benchmarks;

/// <summary>How often the robust opinion map tells groups clear: in simulated conversations of one public, where each time is a false alarm, and in conversations of groups, where each time is a success.</summary>
/// <remarks>A vote is 1 or -1 by a logistic law of base N(0, 1) and slopes N(0, 1.5²) in the person's opinions; one in ten is a pass; people answer more or fewer statements.</remarks>
internal static class GroupsOrNone
{
    private static readonly (int People, int Statements, double Filled)[] Sizes = [(150, 50, 0.5), (400, 80, 0.3)];

    private static readonly (string Name, int Axes, Func<Random, double[], int> Person)[] OnePublic =
    [
        ("no opinion at all", 1, (_, z) => Fill(z, () => 0)),
        ("one, normal", 1, (random, z) => Fill(z, () => Normal(random))),
        ("one, uniform", 1, (random, z) => Fill(z, () => (random.NextDouble() - 0.5) * Math.Sqrt(12))),
        ("one, lopsided (exponential)", 1, (random, z) => Fill(z, () => -Math.Log(1 - random.NextDouble()) - 1)),
        ("one, long tails (Student, 4)", 1, (random, z) => Fill(z, () => Normal(random) / Math.Sqrt(Enumerable.Range(0, 4).Sum(_ => Math.Pow(Normal(random), 2)) / 4))),
        ("two, normal", 2, (random, z) => Fill(z, () => Normal(random))),
        ("three, normal", 3, (random, z) => Fill(z, () => Normal(random))),
    ];

    private static readonly (string Name, int Axes, Func<Random, double[], int> Person)[] Groups =
    [
        ("2, four spreads apart", 1, (random, z) => Camp(random, z, 4, 0.5)),
        ("2, of one mind inside", 1, (random, z) => Same(random, z)),
        ("2, six spreads apart", 1, (random, z) => Camp(random, z, 6, 0.5)),
        ("2, four apart, one of 30 %", 1, (random, z) => Camp(random, z, 4, 0.3)),
        ("2, four apart, and another opinion", 2, (random, z) => Camp(random, z, 4, 0.5)),
        ("3, six spreads apart", 2, (random, z) => Corner(random, z, 6)),
    ];

    /// <param name="options">Requests: conversations of each kind and size (20 is enough to see, 100 to say).</param>
    public static void Run(Options options)
    {
        var count = options.Requests;
        Console.WriteLine("| conversations | told clear | tendencies | none | agreement with the truth when told |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        foreach (var (kind, worlds) in new[] { ("groups: ", Groups), ("one public: ", OnePublic) })
            foreach (var world in worlds)
                foreach (var size in Sizes) Line(kind + world.Name, world.Axes, world.Person, size, count);
    }

    private static void Line(string name, int axes, Func<Random, double[], int> person, (int People, int Statements, double Filled) size, int count)
    {
        var answers = new List<(GroupAnswer Answer, double Rand)>();
        for (var seed = 0; seed < count; seed++)
        {
            var (votes, truth) = Made(axes, person, size, new Random(seed));
            var table = VoteTable.Of(votes);
            var map = RobustPipeline.Run(table, new HashSet<long>(), new());
            var rand = map.Groups == 0 ? double.NaN : RandIndex.Adjusted(map.GroupOf, [.. table.Participants.ToArray().Select(p => truth[(int)p])]);
            answers.Add((map.Evidence.Answer, rand));
        }

        var told = answers.Where(a => !double.IsNaN(a.Rand)).Select(a => a.Rand).DefaultIfEmpty(double.NaN).Average();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name}, {size.People} × {size.Statements} | {Share(GroupAnswer.Clear)} | {Share(GroupAnswer.Tendencies)} | {Share(GroupAnswer.None)} | {told:0.00} |"));

        string Share(GroupAnswer answer) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * answers.Count(a => a.Answer == answer) / count:0} %");
    }

    private static (List<Vote> Votes, int[] Truth) Made(int axes, Func<Random, double[], int> person, (int People, int Statements, double Filled) size, Random random)
    {
        var laws = Enumerable.Range(0, size.Statements).Select(_ => (Base: Normal(random), Slopes: Enumerable.Range(0, axes).Select(_ => 1.5 * Normal(random)).ToArray())).ToArray();
        var (votes, truth, opinions) = (new List<Vote>(), new int[size.People], new double[axes]);
        for (var who = 0; who < size.People; who++)
        {
            truth[who] = person(random, opinions);
            var answers = Math.Min(1, size.Filled * (0.4 + (1.2 * random.NextDouble())));
            for (var statement = 0; statement < laws.Length; statement++)
            {
                if (random.NextDouble() >= answers) continue;
                var leaning = laws[statement].Base + laws[statement].Slopes.Zip(opinions, (s, z) => s * z).Sum();
                votes.Add(new(who, statement, random.NextDouble() < 0.1 ? 0 : random.NextDouble() < 1 / (1 + Math.Exp(-leaning)) ? 1 : -1));
            }
        }

        return (votes, truth);
    }

    // Opinions have variance 1 in all, whatever the distance of the groups.
    private static int Camp(Random random, double[] z, double apart, double share)
    {
        var camp = random.NextDouble() < share ? 1 : 0;
        Fill(z, () => Normal(random));
        z[0] = (z[0] + (apart * (camp - share))) / Math.Sqrt(1 + (share * (1 - share) * apart * apart));
        return camp;
    }

    private static int Same(Random random, double[] z)
    {
        var camp = random.Next(2);
        Fill(z, () => (2 * camp) - 1);
        return camp;
    }

    private static int Corner(Random random, double[] z, double apart)
    {
        var (corner, far) = (random.Next(3), apart / Math.Sqrt(3));
        Fill(z, () => Normal(random));
        for (var a = 0; a < 2; a++) z[a] = (z[a] + (far * (a == 0 ? Math.Cos(corner * Math.Tau / 3) : Math.Sin(corner * Math.Tau / 3)))) / Math.Sqrt(1 + (far * far / 2));
        return corner;
    }

    private static int Fill(double[] z, Func<double> draw)
    {
        for (var a = 0; a < z.Length; a++) z[a] = draw();
        return 0;
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
