namespace Trame.Deliberate.Debates;

/// <summary>What may be done with a debate.</summary>
public static class DebateActs
{
    /// <summary>On a form or on paper: anyone.</summary>
    public static readonly Foundation.Web.Act Propose = new("debate.propose", "visitor");

    /// <summary>Frame it, open it, write down what is expressed and what opposes.</summary>
    public static readonly Foundation.Web.Act Run = new("debate.run", "coordinator", "counter-agent", "host");

    /// <summary>Arbitrate, answer, say what changed.</summary>
    public static readonly Foundation.Web.Act Answer = new("debate.answer", "coordinator", "elected");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Propose, Run, Answer];
}
