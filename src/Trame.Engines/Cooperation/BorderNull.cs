using Trame.Engines.OpinionMap;

namespace Trame.Engines.Cooperation;

/// <summary>Territories dealt at random to the nodes, their sizes kept.</summary>
internal sealed class BorderNull(IReadOnlyList<int> territory, ulong seed)
{
    private readonly SeededRandom _chance = new(seed);
    private readonly int[] _dealt = [.. territory];

    public IReadOnlyList<int> Next()
    {
        for (var k = _dealt.Length - 1; k > 0; k--)
        {
            var other = _chance.Next(k + 1);
            (_dealt[k], _dealt[other]) = (_dealt[other], _dealt[k]);
        }

        return _dealt;
    }
}
