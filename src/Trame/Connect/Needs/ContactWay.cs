namespace Trame.Connect.Needs;

/// <summary>How a person wishes to be reached. None is required, none is an identifier (R3).</summary>
public enum ContactWay { Visit, Relay, Landline, Paper, Sms, Mail }
