namespace Trame.Engines.Tests.Sortition;

/// <summary>max c·x, A x ≤ b, x ≥ 0 with b ≥ 0, in exact fractions by Bland's rule: slow, short, and independent of the engine.</summary>
internal static class ExactTableau
{
    public static Fraction Max(Fraction[] costs, List<(Fraction[] Row, Fraction Right)> rows)
    {
        var (n, m) = (costs.Length, rows.Count);
        var table = rows.Select((r, i) => (Fraction[])[.. r.Row, .. Enumerable.Range(0, m).Select(k => (Fraction)(k == i ? 1 : 0)), r.Right]).ToList();
        table.Add([.. costs.Select(c => 0 - c), .. Enumerable.Repeat((Fraction)0, m + 1)]);
        var basis = Enumerable.Range(n, m).ToArray();
        while (Array.FindIndex(table[m], 0, n + m, f => f.Sign < 0) is >= 0 and var enter)
        {
            var leave = Enumerable.Range(0, m).Where(i => table[i][enter].Sign > 0)
                .Aggregate(-1, (best, i) => best < 0 || (table[i][^1] / table[i][enter]).CompareTo(table[best][^1] / table[best][enter]) is var c && (c < 0 || c == 0 && basis[i] < basis[best]) ? i : best);
            var by = table[leave][enter];
            table[leave] = [.. table[leave].Select(f => f / by)];
            for (var i = 0; i <= m; i++)
            {
                if (i == leave || table[i][enter].Sign == 0) continue;
                var times = table[i][enter];
                table[i] = [.. table[i].Zip(table[leave], (a, b) => a - times * b)];
            }
            basis[leave] = enter;
        }
        return table[m][^1];
    }
}
