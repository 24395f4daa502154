using System.Globalization;
using System.Text;
using QRCoder;

namespace GreenFactory.Web.Face.Blocks;

/// <summary>Draws an address as a QR code of vectors: sharp on paper, themed on screen, no picture file.</summary>
public static class QrDrawing
{
    /// <summary>The code of an address, with its quiet zone of four modules.</summary>
    public static QrSymbol Of(string address, string label)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules[y].Count; x++)
            {
                if (modules[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrSymbol(modules.Count, path.ToString(), label);
    }
}
