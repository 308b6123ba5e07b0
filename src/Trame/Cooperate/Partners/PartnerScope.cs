namespace Trame.Cooperate.Partners;

/// <summary>What a partner's token lets its programs do.</summary>
public enum PartnerScope
{
    /// <summary>To propose, as anyone may; somebody here reviews.</summary>
    Propose,

    /// <summary>To add and to correct at once, under the partner's name.</summary>
    Write,
}
