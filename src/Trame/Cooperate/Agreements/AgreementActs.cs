using Trame.Foundation.Web;

namespace Trame.Cooperate.Agreements;

/// <summary>What may be done with an agreement, and by whom; anyone may read it. A member, a host or an elected person acts for their own side.</summary>
public static class AgreementActs
{
    public static readonly Foundation.Web.Act Draft = new("agreement.draft", "coordinator", "counter-agent", "host", "member", "elected");

    /// <summary>Turning the key of one's side, on screen. A coordinator has no key.</summary>
    public static readonly Foundation.Web.Act Sign = new("agreement.sign", "host", "member", "elected");

    /// <summary>A signature given on paper is noted by who holds the sheet.</summary>
    public static readonly Foundation.Web.Act RecordPaper = new("agreement.record-paper", "coordinator", "counter-agent");

    /// <summary>Evidence, meetings, what was not kept, the end.</summary>
    public static readonly Foundation.Web.Act Keep = new("agreement.keep", "coordinator", "counter-agent", "host", "member", "elected");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Draft, Sign, RecordPaper, Keep];

    /// <summary>May this actor do that for either side of this contract?</summary>
    public static bool May(this Rights rights, Actor actor, Foundation.Web.Act act, Contract contract) =>
        rights.May(actor, act, contract.FirstId) || rights.May(actor, act, contract.SecondId);
}
