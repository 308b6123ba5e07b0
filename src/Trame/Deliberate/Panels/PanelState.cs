namespace Trame.Deliberate.Panels;

/// <summary>Where somebody stands who received a letter.</summary>
public enum PanelState { Invited, Declined, Accepted, Excluded, Member, Reserve, Left }
