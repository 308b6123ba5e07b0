using Trame.Engines.FairBudget;

namespace Trame.Engines.Tests.FairBudget;

/// <summary>The rules written straight from their definitions, one voter at a time, in exact fractions: slow, and independent of the engine.</summary>
internal sealed class Naive(BudgetElection election, Utility utility, TieOrder ties)
{
    private readonly List<Dictionary<int, long>> _scores = [.. Enumerable.Range(0, election.Voters).Select(v => election.Ballot(v).ToDictionary(c => c.Project, c => utility == Utility.Score ? (long)(c.Points * 100) : 1).Where(c => c.Value > 0).ToDictionary())];

    private long Cost(int project) => (long)election.Projects[project].Cost;

    private IEnumerable<int> Supporters(int project) => Enumerable.Range(0, election.Voters).Where(v => _scores[v].ContainsKey(project));

    private long Worth(int voter, int project) => _scores[voter][project] * (utility == Utility.Cost ? Cost(project) : 1);

    private int All => election.Projects.Count;

    public List<int> EqualShares() => EqualShares(new Fraction((long)election.Budget, election.Voters));

    public List<int> EqualShares(Fraction endowment)
    {
        var left = Enumerable.Repeat(endowment, election.Voters).ToArray();
        var funded = Enumerable.Range(0, All).Where(p => Cost(p) == 0 && Supporters(p).Any()).OrderBy(ties.Rank).ToList();
        while (Enumerable.Range(0, All).Except(funded).Where(p => Cost(p) > 0).Select(p => (Project: p, Rho: Rho(p, left))).Where(p => p.Rho is not null)
            .OrderBy(p => p.Rho!.Value).ThenBy(p => ties.Rank(p.Project)).Cast<(int Project, Fraction? Rho)?>().FirstOrDefault() is { } best)
        {
            foreach (var voter in Supporters(best.Project)) left[voter] = (left[voter] - Fraction.Least(left[voter], best.Rho!.Value * Worth(voter, best.Project))).Short();
            funded.Add(best.Project);
        }

        return funded;
    }

    /// <summary>Tries every value at which a supporter becomes poor: between two of them the payments are a line.</summary>
    private Fraction? Rho(int project, Fraction[] left)
    {
        var supporters = Supporters(project).ToList();
        if (supporters.Aggregate((Fraction)0, (sum, v) => sum + left[v]).CompareTo(Cost(project)) < 0 || supporters.Count == 0) return null;
        Fraction Gathered(Fraction rho) => supporters.Aggregate((Fraction)0, (sum, v) => sum + Fraction.Least(left[v], rho * Worth(v, project)));
        Fraction low = 0;
        foreach (var limit in supporters.Select(v => left[v] / Worth(v, project)).Order())
        {
            if (Gathered(limit).CompareTo(Cost(project)) >= 0)
            {
                var rich = supporters.Where(v => (left[v] / Worth(v, project)).CompareTo(limit) >= 0).Sum(v => Worth(v, project));
                return (low + ((Cost(project) - Gathered(low)) / rich)).Short();
            }

            low = limit;
        }

        throw new InvalidOperationException("Supporters have the cost, and yet it is not reached.");
    }

    public List<int> Add1(Add1Options options)
    {
        var endowment = new Fraction((long)election.Budget, election.Voters);
        if (options.FromWholeMoney) endowment = (long)election.Budget / election.Voters;
        var reached = EqualShares(endowment);
        for (var step = 1; step < 20_000; step++)
        {
            if (options.Exhaustive && Enumerable.Range(0, All).Except(reached).All(p => reached.Sum(Cost) + Cost(p) > election.Budget)) return reached;
            if (reached.Count == Enumerable.Range(0, All).Count(p => Supporters(p).Any())) return reached; // all that can ever be bought
            endowment += options.Step;
            var next = EqualShares(endowment);
            if (next.Sum(Cost) > election.Budget) return reached;
            reached = next;
        }

        throw new InvalidOperationException("Endowments rise without end.");
    }

    public List<int> Utilitarian(List<int> funded)
    {
        var all = funded.ToList();
        foreach (var p in Enumerable.Range(0, All).Except(funded).OrderByDescending(p => election.Votes()[p]).ThenBy(ties.Rank))
            if (all.Sum(Cost) + Cost(p) <= election.Budget) all.Add(p);
        return all;
    }

    public List<int> Greedy()
    {
        var funded = new List<int>();
        foreach (var p in Enumerable.Range(0, All).OrderByDescending(Density).ThenBy(ties.Rank)) if (funded.Sum(Cost) + Cost(p) <= election.Budget) funded.Add(p);
        return funded;

        Fraction Density(int p) => Supporters(p).Sum(v => Worth(v, p)) is var sum && Supporters(p).Any() ? Cost(p) == 0 ? long.MaxValue : new Fraction(sum, Cost(p)) : 0;
    }

    public List<int> Phragmen()
    {
        var (load, funded) = (Enumerable.Repeat((Fraction)0, election.Voters).ToArray(), new List<int>());
        while (true)
        {
            var offers = Enumerable.Range(0, All).Except(funded).Where(p => Supporters(p).Any() && Cost(p) <= election.Budget)
                .Select(p => (Project: p, Load: (Supporters(p).Aggregate((Fraction)Cost(p), (sum, v) => sum + load[v]) / Supporters(p).Count()).Short())).ToList();
            if (offers.Count == 0) return funded;
            var least = offers.Min(o => o.Load);
            var tied = offers.Where(o => o.Load.CompareTo(least) == 0).Select(o => o.Project).ToList();
            if (tied.Exists(p => funded.Sum(Cost) + Cost(p) > election.Budget)) return funded;
            var project = tied.MinBy(ties.Rank);
            foreach (var voter in Supporters(project)) load[voter] = least;
            funded.Add(project);
        }
    }

    public List<int> Overspending()
    {
        var (left, funded) = (Enumerable.Repeat(new Fraction((long)election.Budget, election.Voters), election.Voters).ToArray(), new List<int>());
        funded.AddRange(Enumerable.Range(0, All).Where(p => Cost(p) == 0 && Supporters(p).Any()).OrderBy(ties.Rank));
        while (Enumerable.Range(0, All).Except(funded).Where(p => funded.Sum(Cost) + Cost(p) <= election.Budget).SelectMany(p => Offers(p, left))
            .OrderBy(o => o.Value).ThenBy(o => ties.Rank(o.Project)).ThenByDescending(o => o.Rho).Cast<(int Project, Fraction Value, Fraction Rho)?>().FirstOrDefault() is { } best)
        {
            foreach (var voter in Supporters(best.Project)) left[voter] = (left[voter] - Fraction.Least(left[voter], best.Rho * Worth(voter, best.Project))).Short();
            funded.Add(best.Project);
        }

        return funded;
    }

    private IEnumerable<(int Project, Fraction Value, Fraction Rho)> Offers(int project, Fraction[] left)
    {
        var limits = Supporters(project).Where(v => left[v] > 0).Select(v => left[v] / Worth(v, project)).ToList();
        if (Rho(project, left) is { } full && full > 0) limits.Add(full);
        foreach (var limit in limits)
        {
            var share = Fraction.Least(1, Supporters(project).Aggregate((Fraction)0, (sum, v) => sum + Fraction.Least(left[v], limit * Worth(v, project))) / Cost(project)).Short();
            yield return (project, (limit / (share * share)).Short(), (limit / share).Short());
        }
    }
}
