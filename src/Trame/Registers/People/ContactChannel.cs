namespace Trame.Registers.People;

/// <summary>One way to reach a person: visit, landline, relay, sms, mail, paper..., with good hours in their words.</summary>
public sealed record ContactChannel(string Kind, string Value, string GoodHours);
