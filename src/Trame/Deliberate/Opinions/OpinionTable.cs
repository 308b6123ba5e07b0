using Trame.Engines.OpinionMap;

namespace Trame.Deliberate.Opinions;

/// <summary>
/// What people answered, in an order that depends on nothing but the answers: who came first, and by which way, cannot change the map (R3). People with the same answers
/// are interchangeable.
/// </summary>
public sealed class OpinionTable
{
    private readonly List<(int Statement, int Value)[]> _people;

    private OpinionTable(List<(int Statement, int Value)[]> people) => _people = people;

    public int People => _people.Count;

    public int Answers => _people.Sum(p => p.Length);

    /// <param name="votes">Voice, statement, value, in the order in which they were cast: the last of a voice on a statement counts.</param>
    public static OpinionTable Of(IEnumerable<(int Voter, int Statement, int Value)> votes)
    {
        var byVoter = new Dictionary<int, SortedDictionary<int, int>>();
        foreach (var (voter, statement, value) in votes)
        {
            if (!byVoter.TryGetValue(voter, out var mine)) byVoter[voter] = mine = [];
            mine[statement] = value;
        }

        var people = byVoter.Values.Select(v => v.Select(x => (x.Key, x.Value)).ToArray()).ToList();
        people.Sort(static (a, b) =>
        {
            for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
                if (a[i].CompareTo(b[i]) is not 0 and var order) return order;
            return a.Length.CompareTo(b.Length);
        });
        return new(people);
    }

    public VoteTable Votes() => VoteTable.Of(_people.SelectMany((answers, person) => answers.Select(a => new Vote(person + 1, a.Statement, a.Value))));

    /// <summary>Agreements, disagreements and passes on one statement among those whose group is that one; among all when null.</summary>
    public (int Agree, int Disagree, int Pass) Count(int statement, Func<int, bool>? among = null)
    {
        int agree = 0, disagree = 0, pass = 0;
        for (var person = 0; person < _people.Count; person++)
        {
            if (among is not null && !among(person + 1)) continue;
            foreach (var (number, value) in _people[person])
            {
                if (number != statement) continue;
                if (value > 0) agree++;
                else if (value < 0) disagree++;
                else pass++;
            }
        }

        return (agree, disagree, pass);
    }
}
