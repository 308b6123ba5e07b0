namespace Trame.Foundation.Web;

/// <summary>Finds out who is asking, from what the browser carries.</summary>
public interface IIdentify
{
    Task Handle(HttpContext context);
}
