using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>What may be done to a record of the observatory, and by whom. A host or a member of an organisation acts within their own scope.</summary>
public static class OccasionActs
{
    public static readonly Foundation.Web.Act Propose = new("occasion.propose", "visitor");
    public static readonly Foundation.Web.Act Add = new("occasion.add", "coordinator", "counter-agent", "host");
    public static readonly Foundation.Web.Act Describe = new("occasion.describe", "coordinator", "counter-agent", "host");
    public static readonly Foundation.Web.Act Verify = new("occasion.verify", "coordinator", "counter-agent", "host");
    public static readonly Foundation.Web.Act Close = new("occasion.close", "coordinator", "host");
    public static readonly Foundation.Web.Act ChooseSource = new("occasion.choose-source", "coordinator", "counter-agent", "host");
    public static readonly Foundation.Web.Act Undo = new("occasion.undo", "coordinator", "host");
    public static readonly Foundation.Web.Act Merge = new("occasion.merge", "coordinator");
    public static readonly Foundation.Web.Act Review = new("occasion.review", "coordinator", "host");
    public static readonly Foundation.Web.Act OpenDesk = new("desk.open", "coordinator", "counter-agent", "host");

    public static readonly IReadOnlyList<Foundation.Web.Act> All = [Propose, Add, Describe, Verify, Close, ChooseSource, Undo, Merge, Review, OpenDesk];

    /// <summary>May this actor do that to this record, in the whole space or in one of its scopes?</summary>
    public static bool May(this Rights rights, Actor actor, Foundation.Web.Act act, Occasion occasion) =>
        rights.May(actor, act) || occasion.Scopes().Any(scope => rights.May(actor, act, scope));
}
