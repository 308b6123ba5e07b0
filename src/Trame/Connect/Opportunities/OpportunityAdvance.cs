namespace Trame.Connect.Opportunities;

/// <summary>What a human may say of an opportunity.</summary>
public enum OpportunityAdvance { Completed, Accepted, Tried, Held, Kept, Changed, Stopped, Declined }
