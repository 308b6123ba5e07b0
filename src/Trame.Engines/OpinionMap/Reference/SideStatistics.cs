namespace Trame.Engines.OpinionMap.Reference;

/// <summary>One side (agree or disagree) of one statement in one group.</summary>
/// <param name="Successes">Votes on that side.</param>
/// <param name="Trials">People of the group who saw it, passes included.</param>
/// <param name="P">(successes + 1) / (trials + 2).</param>
/// <param name="PTest">z of that proportion against one half.</param>
/// <param name="Repness">P over the same proportion in the rest of the people.</param>
/// <param name="RepnessTest">z of the difference between the group and the rest.</param>
public readonly record struct SideStatistics(int Successes, int Trials, double P, double PTest, double Repness, double RepnessTest)
{
    /// <summary>Product by which statements are ranked.</summary>
    public double Metric => Repness * RepnessTest * P * PTest;

    /// <summary>More frequent than one half, and more frequent than elsewhere, each at 90 % one-sided.</summary>
    public bool Passes => RepnessTest > ProportionTests.Z90 && PTest > ProportionTests.Z90;

    internal static SideStatistics Of(int successes, int trials, int restSuccesses, int restTrials)
    {
        var p = (successes + 1.0) / (trials + 2);
        return new(successes, trials, p, ProportionTests.AgainstHalf(successes, trials),
            p / ((restSuccesses + 1.0) / (restTrials + 2)), ProportionTests.Between(successes, restSuccesses, trials, restTrials));
    }
}
