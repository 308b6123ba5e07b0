using Trame.Engines.OpinionMap;

namespace Trame.Engines.Mixing;

/// <summary>The same attendances dealt at random to moments of the same sizes (multivariate hypergeometric), by shuffling everyone's group. O(people) a deal.</summary>
internal sealed class RandomDeal(CountTable table, SeededRandom chance)
{
    private readonly int[] _people = [.. Enumerable.Range(0, table.Groups).SelectMany(g => Enumerable.Repeat(g, checked((int)table.GroupTotals[g])))];

    public CountTable Next()
    {
        for (var k = _people.Length - 1; k > 0; k--)
        {
            var other = chance.Next(k + 1);
            (_people[k], _people[other]) = (_people[other], _people[k]);
        }

        var (units, at) = (new int[table.Units][], 0);
        for (var unit = 0; unit < units.Length; unit++)
        {
            units[unit] = new int[table.Groups];
            for (var k = 0L; k < table.UnitTotals[unit]; k++) units[unit][_people[at++]]++;
        }

        return new(units);
    }
}
