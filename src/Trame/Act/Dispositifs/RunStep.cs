namespace Trame.Act.Dispositifs;

/// <summary>What can be done to the phase of a run.</summary>
public enum RunStep { Next, Longer, Stop }
