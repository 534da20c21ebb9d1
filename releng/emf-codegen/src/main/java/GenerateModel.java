// SPDX-License-Identifier: MIT
import java.nio.file.Path;
import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.generator.GeneratorAdapterFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.codegen.ecore.genmodel.util.GenModelUtil;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceFactoryImpl;

/** Generates the code of an EMF model without a running Eclipse. */
public final class GenerateModel {
  private GenerateModel() {}

  /**
   * Writes the code where the genmodel says.
   *
   * @param args path of the .genmodel, path of its bundle's folder
   */
  public static void main(String[] args) throws Exception {
    Path bundle = Path.of(args[1]).toRealPath();
    String bundleName = bundle.getFileName().toString();
    EcorePlugin.getPlatformResourceMap().put(bundleName, URI.createFileURI(bundle + "/"));
    Path genmodel = bundle.relativize(Path.of(args[0]).toRealPath());
    GenModel model = load(URI.createPlatformResourceURI(bundleName + "/" + genmodel, true));
    Diagnostic result = generate(model);
    System.out.println(result);
    System.exit(result.getSeverity() >= Diagnostic.ERROR ? 1 : 0);
  }

  private static GenModel load(URI uri) {
    EPackage.Registry.INSTANCE.put(GenModelPackage.eNS_URI, GenModelPackage.eINSTANCE);
    ResourceSet resources = new ResourceSetImpl();
    var factories = resources.getResourceFactoryRegistry().getExtensionToFactoryMap();
    factories.put("ecore", new EcoreResourceFactoryImpl());
    factories.put("genmodel", new XMIResourceFactoryImpl());
    GenModel model = (GenModel) resources.getResource(uri, true).getContents().get(0);
    model.reconcile();
    model.setCanGenerate(true);
    model.setForceOverwrite(true);
    return model;
  }

  private static Diagnostic generate(GenModel model) {
    // Outside Eclipse nothing registers EMF's own generator adapters; without this the generator
    // reports success and writes nothing.
    GeneratorAdapterFactory.Descriptor.Registry.INSTANCE.addDescriptor(
        GenModelPackage.eNS_URI, GenModelGeneratorAdapterFactory.DESCRIPTOR);
    Generator generator = GenModelUtil.createGenerator(model);
    return generator.generate(
        model,
        GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE,
        "model",
        new BasicMonitor.Printing(System.out));
  }
}
