namespace Trame.Deliberate.Opinions;

/// <summary>What may be done with an opinion map.</summary>
public static class OpinionActs
{
    /// <summary>Vote, propose a statement, appeal: anyone.</summary>
    public static readonly Foundation.Web.Act Vote = new("opinion.vote", "visitor");

    /// <summary>Bring statements, moderate with reasons, type sheets of paper.</summary>
    public static readonly Foundation.Web.Act Keep = new("opinion.keep", "coordinator", "counter-agent", "host");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Vote, Keep];
}
