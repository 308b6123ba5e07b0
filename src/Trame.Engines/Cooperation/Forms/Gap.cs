namespace Trame.Engines.Cooperation.Forms;

/// <summary>Between what a relation is called and what the facts show.</summary>
public enum Gap
{
    /// <summary>The same.</summary>
    None,

    /// <summary>Facts are missing, and what is declared is still possible.</summary>
    NotKnown,

    /// <summary>Another form, or one that the facts exclude.</summary>
    OtherForm,

    /// <summary>Control that is called a partnership, a network or a cooperation (R9).</summary>
    ControlByAnotherName,

    /// <summary>Imposed, and declared free (R9).</summary>
    ImposedCalledFree,
}
