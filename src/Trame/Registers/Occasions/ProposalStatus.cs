namespace Trame.Registers.Occasions;

public enum ProposalStatus
{
    Waiting,
    Accepted,
    Refused,
    Withdrawn,
}
