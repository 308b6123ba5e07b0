namespace Trame.Engines;
