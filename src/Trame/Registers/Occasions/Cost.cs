namespace Trame.Registers.Occasions;

public enum Cost
{
    Unknown,
    Free,
    PayWhatYouCan,
    Paid,
}
