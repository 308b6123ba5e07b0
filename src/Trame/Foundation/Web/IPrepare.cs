namespace Trame.Foundation.Web;

/// <summary>Something to do once at start, before the first page: create the first space, print the first link.</summary>
public interface IPrepare
{
    int Order { get; }

    Task Run(CancellationToken stop);
}
