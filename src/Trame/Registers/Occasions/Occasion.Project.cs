using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

// What only a project says: why it is worth cooperating for, what it gave or taught, the story its people agreed to tell.
public abstract partial class Occasion
{
    /// <summary>How far a project came before it began: idea, supported, contracted. Empty for a place or a moment.</summary>
    public string EarlyStage { get; internal set; } = "";

    /// <summary>Kinds of things a project still looks for, derived from its wants: what lists are filtered by.</summary>
    public List<string> Wanted { get; internal set; } = [];
    public string LastingReason { get; internal set; } = "";
    public string Partners { get; internal set; } = "";
    public string Risks { get; internal set; } = "";
    public string Tried { get; internal set; } = "";
    public string Learned { get; internal set; } = "";
    public string Helped { get; internal set; } = "";
    public string Story { get; internal set; } = "";
    public string StoryEasy { get; internal set; } = "";
    public string StoryConsent { get; internal set; } = "";

    /// <summary>A story is told by people who agreed to it: without their consent, it is not even written down.</summary>
    internal Outcome WithConsent() => Story.Length + StoryEasy.Length > 0 && StoryConsent.Length == 0 ? new Refusal("occasions.story.no-consent", "story-consent") : Outcome.Done;
}
