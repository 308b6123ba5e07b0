using System.Security.Cryptography;
using System.Text;

namespace Trame.Deliberate.Opinions;

/// <summary>Which statement comes next for somebody: by chance, those seen by fewer people more often. The same person asked again is shown the same one.</summary>
public static class NextStatement
{
    /// <param name="left">Statements not answered yet, with how many people saw each.</param>
    /// <param name="who">Anything that is the same for one person.</param>
    public static int? Of(IEnumerable<(int Number, int Seen)> left, string who)
    {
        // Efraimidis and Spirakis (2006): the largest u^(1/w) is a draw with weights w, here 1 / (1 + seen).
        (double Key, int Number)? best = null;
        foreach (var (number, seen) in left)
        {
            var key = Math.Log(Chance(who, number)) * (1 + seen);
            if (best is not { } known || key > known.Key || (key == known.Key && number < known.Number)) best = (key, number);
        }

        return best?.Number;
    }

    // In ]0, 1[.
    private static double Chance(string who, int number) =>
        (BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{who}/{number}"))) + 0.5) / (uint.MaxValue + 1.0);
}
