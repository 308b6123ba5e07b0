namespace Trame.Cooperate.Agreements;

/// <summary>What may happen to a contract in force besides its texts.</summary>
public enum ContractEvent { Review, Breach, Circle, Sanction, End }
