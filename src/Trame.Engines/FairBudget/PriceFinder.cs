using System.Runtime.CompilerServices;

namespace Trame.Engines.FairBudget;

/// <summary>The price of a project: the least ρ such that its supporters, each paying ρ per point of score or all they have, reach its cost.</summary>
/// <remarks>For any set P of supporters, (cost - what P has) / (scores of the others) is at most ρ, and equal to it when P is who has less than ρ × score.
/// So the search rises from a lower bound, each pass sorting supporters into poor and rich at the last value (Newton on a concave function), and every value on
/// the way is a bound that may end it. Rounded numbers with proved errors; the exact search is called only when they cannot tell who is poor.</remarks>
internal sealed class PriceFinder(VoterTypes types, Purses purses)
{
    private const double Near = 1e-10; // a supporter this close to the limit, relatively, is not sorted by rounded numbers

    /// <summary>What a search found.</summary>
    /// <param name="Value">The price per point of score, rounded.</param>
    /// <param name="Error">Bound on its error.</param>
    /// <param name="State">How the search ended.</param>
    public readonly record struct Price(double Value, double Error, Found State)
    {
        public double Low => Value - Error;

        public double High => Value + Error;
    }

    public enum Found
    {
        /// <summary>The supporters have less than the cost.</summary>
        Unaffordable,

        /// <summary>The price is above what was asked for; the value is a lower bound.</summary>
        Above,

        /// <summary>Every supporter pays the same per point: the price is cost / scores, whatever the endowment.</summary>
        Flat,

        /// <summary>Some give all they have; who they are is certain.</summary>
        Certain,

        /// <summary>Found by exact numbers.</summary>
        Exact,
    }

    private readonly record struct Pass(double All, double Poor, double PoorError, double Rich, bool Unsure);

    /// <param name="project">Index; with supporters and a positive cost.</param>
    /// <param name="from">A lower bound on the price, rounded.</param>
    /// <param name="limit">The search may end as soon as the price is proved above this.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Price Find(int project, double from, double limit)
    {
        double cost = types.Election.Costs[project];
        var supporters = types.Start[project + 1] - types.Start[project];
        var value = from;
        for (var first = true; ; first = false)
        {
            var pass = Sort(project, value);
            if (first)
            {
                var doubt = (purses.LargestError * types.Total[project]) + (2 * supporters * Purses.Rounding * pass.All);
                if (pass.All + doubt < cost || (pass.All - doubt < cost && !IsAffordable(project))) return new(double.PositiveInfinity, 0, Found.Unaffordable);
            }

            if (pass.Rich <= 0) return FromExact(project, value, limit);
            var next = (cost - pass.Poor) / pass.Rich;
            var error = (2 * (pass.PoorError + (supporters * Purses.Rounding * pass.Poor) + (Purses.Rounding * cost)) / pass.Rich) + (4 * Purses.Rounding * next);
            if (next - error > limit) return new(next, error, Found.Above);
            if (next <= value * (1 + (Near / 4)))
            {
                // Nobody stands between the last value and this one, unless someone is unsure.
                if (pass.Unsure || error > Near / 4 * next || next < value * (1 - (Near / 4))) return FromExact(project, Math.Max(next, value), limit);
                return new(next, error, pass.Rich == types.Total[project] ? Found.Flat : Found.Certain);
            }

            value = next;
        }
    }

    /// <summary>The exact price, for a project that is affordable, and those who pay all they have among the supporters.</summary>
    /// <param name="project">Index.</param>
    /// <param name="about">The price, rounded.</param>
    /// <param name="poor">Filled with the types that give everything, when not null.</param>
    public Rational Exact(int project, double about, List<int>? poor = null)
    {
        // Who is clearly poor or rich is sorted by rounded numbers; if the result contradicts them, the doubt was too narrow.
        for (var doubt = 1e-6; ; doubt = doubt < 1 ? doubt * 1000 : double.PositiveInfinity)
        {
            var search = new ExactPrice(types, purses, project, about, doubt);
            var price = search.Find();
            if (!search.Holds(price)) continue;
            poor?.AddRange(search.Poor);
            return price;
        }
    }

    private Price FromExact(int project, double about, double limit)
    {
        var exact = Exact(project, about).ToDouble();
        var error = 8 * Purses.Rounding * exact;
        return new(exact, error, exact - error > limit ? Found.Above : Found.Exact);
    }

    private bool IsAffordable(int project) => types.Election.Costs[project] <= purses.Exact.Sum(
        Enumerable.Range(types.Start[project], types.Start[project + 1] - types.Start[project]).Select(e => (types.Supporter[e], (long)types.SupporterWeight[e])));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // the loop of the engine: compiled well from its first turn
    private Pass Sort(int project, double price)
    {
        var range = types.Start[project]..types.Start[project + 1];
        var supporter = types.Supporter.AsSpan(range);
        var weight = types.SupporterWeight.AsSpan(range);
        var score = types.Score.AsSpan(range);
        var (left, errors) = (purses.Left, purses.Error);
        var slack = purses.LargestError;
        var (all, poor, poorError, rich, unsure) = (0.0, 0.0, 0.0, 0.0, false);
        for (var e = 0; e < supporter.Length; e++)
        {
            var (has, asked, voters) = (left[supporter[e]], price * score[e], weight[e]);
            all += voters * has;
            unsure |= Math.Abs(has - asked) <= slack + (Near * asked);
            if (has < asked)
            {
                poor += voters * has;
                poorError += voters * errors[supporter[e]];
            }
            else rich += voters * score[e];
        }

        return new(all, poor, poorError, rich, unsure);
    }
}
