namespace Trame.Deliberate.Panels;

/// <summary>What may be done with a citizens' convention.</summary>
public static class PanelActs
{
    /// <summary>Answer one's letter, by its code: anyone.</summary>
    public static readonly Foundation.Web.Act Answer = new("panel.answer", "visitor");

    /// <summary>Letters, answers by paper and telephone, exclusions, sessions, allowances: sees who was invited.</summary>
    public static readonly Foundation.Web.Act Keep = new("panel.keep", "coordinator", "counter-agent");

    /// <summary>Frame it, read the base list, commit, reveal, purge.</summary>
    public static readonly Foundation.Web.Act Run = new("panel.run", "coordinator");

    /// <summary>Answer each recommendation.</summary>
    public static readonly Foundation.Web.Act Decide = new("panel.decide", "coordinator", "elected");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Answer, Keep, Run, Decide];
}
