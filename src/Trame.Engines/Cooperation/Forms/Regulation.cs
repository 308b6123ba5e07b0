namespace Trame.Engines.Cooperation.Forms;

/// <summary>By what rules a relation is held (revue TEF nº 9, 2010).</summary>
public enum Regulation
{
    /// <summary>Tutélaire: norms are imposed.</summary>
    Tutelary,

    /// <summary>Concurrentielle: calls for projects or tenders.</summary>
    Competitive,

    /// <summary>Conventionnée: the rules were negotiated.</summary>
    AgreementBased,
}
