namespace Trame.Engines.OpinionMap;

/// <summary>How an opinion map is drawn.</summary>
public enum MapMethod
{
    /// <summary>Missing votes left missing, groups told only when they hold (<see cref="Robust.RobustPipeline"/>). The default.</summary>
    Robust,

    /// <summary>As Polis does (<see cref="Reference.ReferencePipeline"/>), for comparison.</summary>
    Reference,
}
