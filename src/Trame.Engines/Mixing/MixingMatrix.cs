namespace Trame.Engines.Mixing;

/// <summary>Contacts between groups of organisations or of places (row: from, column: to), and the field's indices of them.</summary>
/// <param name="Contacts">Square, each at least 0. An undirected contact between two groups stands half in each cell, or whole in both.</param>
public sealed record MixingMatrix(double[,] Contacts)
{
    private int Groups => Contacts.GetLength(0);

    private double Total => Contacts.Cast<double>().Sum();

    /// <summary>Assortativity, (Σ p_gg − Σ a_g b_g)/(1 − Σ a_g b_g): 1 only among one's own, 0 as chance (Newman 2003, "Mixing patterns in networks", eq. 2).</summary>
    public double Assortativity
    {
        get
        {
            var (own, chance, total) = (0.0, 0.0, Total);
            for (var g = 0; g < Groups; g++)
            {
                own += Contacts[g, g] / total;
                chance += Row(g) * Column(g) / (total * total);
            }

            return (own - chance) / (1 - chance);
        }
    }

    /// <summary>(Σ λ − 1)/(k − 1) with λ the eigenvalues of the matrix of shares by row, that is its trace (Gupta, Anderson and May 1989).</summary>
    public double RowAssortativity => (Enumerable.Range(0, Groups).Sum(g => Contacts[g, g] / Row(g)) - 1) / (Groups - 1);

    /// <summary>Freeman's segregation: how many fewer contacts across than at random, in [0, 1] (Freeman 1978).</summary>
    /// <param name="sizes">Members of each group.</param>
    /// <returns>max(0, 1 − across / expected), expected = contacts × ((Σn)² − Σn²) / N (N − 1).</returns>
    public double Freeman(IReadOnlyList<int> sizes)
    {
        double n = sizes.Sum(), across = Total - Enumerable.Range(0, Groups).Sum(g => Contacts[g, g]);
        var expected = Total * ((n * n) - sizes.Sum(s => (double)s * s)) / (n * (n - 1));
        return Math.Max(0, (expected - across) / expected);
    }

    /// <summary>E-I: contacts across less contacts within, over all of them; −1 only among one's own, 1 only across (Krackhardt and Stern 1988). Not a number without contacts.</summary>
    public double ExternalMinusInternal
    {
        get
        {
            var own = Enumerable.Range(0, Groups).Sum(g => Contacts[g, g]);
            return (Total - 2 * own) / Total;
        }
    }

    private double Row(int g) => Enumerable.Range(0, Groups).Sum(h => Contacts[g, h]);

    private double Column(int g) => Enumerable.Range(0, Groups).Sum(h => Contacts[h, g]);
}
