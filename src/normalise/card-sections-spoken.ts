import type { SectionNames } from "./card-section-table.js";

/**
 * What the parts of a model card are called in languages other than English, beside the names in the table of sections:
 * Spanish, Portuguese, French, German, Italian, Dutch, Polish, Turkish, Indonesian, Russian, Chinese, Japanese and Korean.
 */
export const spokenSections: readonly SectionNames[] = [
  {
    id: "out-of-scope-use",
    card: "usos fuera de alcance|usos fora do escopo|uso não pretendido|uso no previsto|casos de uso fuera del alcance|usi non previsti|niet bedoeld voor|использование вне области применения|недопустимое использование|不适用场景|超出范围的使用|禁止用途|範囲外の使用|対象外の用途|범위 외 사용|금지된 사용",
    any: "",
  },
  {
    id: "intended-use",
    card: "usos pretendidos|uso recomendado|usi previsti|scopo previsto|beoogd gebruik|przeznaczenie|zamierzone zastosowanie|kullanım amacı|amaçlanan kullanım|penggunaan yang dimaksud|tujuan penggunaan|назначение|назначение модели|область применения|适用场景|使用场景|预期使用|意図された用途|想定用途|使用目的|의도된 용도|의도된 사용|사용 목적|사용 용도",
    any: "",
  },
  {
    id: "limitations",
    card: "limitazioni|limiti|beperkingen|ograniczenia|sınırlamalar|kısıtlamalar|batasan|keterbatasan|ограничения модели|известные ограничения|限制与偏见|已知局限|模型局限|制約|制約事項|한계|한계점|제한 사항|제한사항|모델의 한계",
    any: "",
    within: /限制|제한 ?사항|\blimitazioni\b|\bketerbatasan\b/u,
  },
  {
    id: "bias-risks",
    card: "sesgos y riesgos|sesgos y subgrupos|vieses e riscos|biais et limites|bias e rischi|vooroordelen|смещения|предвзятость|偏差与风险|偏见与风险|风险|限制与偏见|バイアス|バイアスとリスク|편향|편향과 위험",
    any: "",
    within: /\bsesgos?\b|\bvi[eé]s(?:es)?\b|\bbiais\b|偏见|偏差与风险/u,
  },
  {
    id: "ethical-considerations",
    card: "aspectos éticos|ética|considerazioni etiche|ethische overwegingen|ethik|éthique|względy etyczne|etik hususlar|pertimbangan etis|этика|этические аспекты|伦理考量|道德考量|倫理的考慮事項|倫理的配慮|윤리적 고려 사항|윤리적 고려사항",
    any: "",
  },
  {
    id: "fairness",
    card: "equidad|equidad algorítmica|equidade|análisis de equidad|análise de equidade|équité|analyse déquité|rendimiento por subgrupo|desempenho por subgrupo|equità|справедливость|公平性|公平性评估|公平性分析|公平性評価|공정성|공정성 평가",
    any: "",
    within: /\bequidade?\b|公平性/u,
  },
  {
    id: "privacy",
    card: "",
    any: "privacidad|privacidade|confidentialité|datenschutz|riservatezza|конфиденциальность|隐私|プライバシー|개인정보",
  },
  {
    id: "recommendations",
    card: "",
    any: "recomendaciones|recomendações|recommandations|empfehlungen|raccomandazioni|рекомендации|建议|推奨事項|권장 사항",
  },
  {
    id: "metrics",
    card: "métricas de rendimiento|métricas de desempeño|métricas de desempenho|métricas de evaluación|métricas de avaliação|métricas del modelo|métricas do modelo|métriques de performance|métriques dévaluation|评估指标|性能指标|評価指標|평가 지표|성능 지표",
    any: "métricas|métriques|metriken|metriche|metrik|metryki|metrikler|метрики|метрики качества|指标|指標",
    within: /\bm[eé]tricas (?:del?|do|da) /u,
  },
  {
    id: "training-data",
    card: "dataset de entrenamiento|datos de entrenamiento y evaluación|conjunto de entrenamiento|dados de treinamento e avaliação|conjunto de treino|jeu dentraînement|dati di addestramento|trainingsgegevens|dane treningowe|eğitim verisi|eğitim verileri|data pelatihan|данные для обучения|обучающая выборка|训练数据集|训练集|学習データセット|訓練データ|학습 데이터|훈련 데이터|학습 데이터셋",
    any: "datos|dados|données|daten|dati|данные|数据|数据集|データセット|데이터|데이터셋",
  },
  {
    id: "evaluation-data",
    card: "datos de prueba|conjunto de prueba|conjunto de test|dados de teste|conjunto de teste|données de test|jeu de test|evaluierungsdaten|dati di valutazione|данные для оценки|тестовая выборка|评估数据集|测试数据|测试集|評価データ|テストデータ|평가 데이터|테스트 데이터",
    any: "",
  },
  {
    id: "training-procedure",
    card: "procedimiento de entrenamiento|procedimento de treinamento|hiperparámetros|hiperparâmetros|hyperparamètres|trainingsverfahren|iperparametri|процесс обучения|гиперпараметры|训练过程|训练细节|超参数|学習手順|ハイパーパラメータ|학습 절차|하이퍼파라미터",
    any: "entrenamiento|treinamento|entraînement|addestramento|обучение|训练|学習|학습",
  },
  {
    id: "evaluation",
    card: "resultados de evaluación|resultados da avaliação|rendimiento del modelo|desempenho do modelo|métricas de rendimiento|métricas de desempeño|métricas de desempenho|métricas de evaluación|métricas de avaliação|métricas del modelo|métricas do modelo|résultats dévaluation|performances du modèle|modellleistung|valutazione del modello|качество модели|оценка модели|результаты оценки|评估结果|评测结果|模型性能|性能评估|评估指标|性能指标|評価結果|モデルの性能|평가 결과|모델 성능|성능 평가",
    any: "performances|métriques|metriken|leistung|valutazione|risultati|evaluatie|ocena|wyniki|değerlendirme|sonuçlar|evaluasi|hasil|оценка|результаты|结果|性能|性能表现|実験結果|결과|평가|성능",
    within: /\bm[eé]tricas (?:del?|do|da) |评估结果|评测结果|評価結果|평가 결과/u,
  },
  {
    id: "explanation",
    card: "explicabilidad|interpretabilidad|explicabilidade|interpretabilidade|explicabilité|interprétabilité|erklärbarkeit|interpretierbarkeit|интерпретируемость|объяснимость|可解释性|説明可能性|解釈可能性|설명 가능성",
    any: "",
  },
  {
    id: "monitoring",
    card: "monitoreo del modelo|monitoramento do modelo",
    any: "monitoreo|monitorización|monitoramento|surveillance|überwachung|monitoraggio|мониторинг|监控|監視|モニタリング|모니터링",
  },
  {
    id: "model-details",
    card: "información del modelo|resumen del modelo|informações do modelo|resumo do modelo|détails du modèle|informations sur le modèle|modelldetails|modellübersicht|modellinformationen|dettagli del modello|descrizione del modello|opis modelu|model detayları|detail model|deskripsi model|информация о модели|детали модели|о модели|模型概述|模型信息|模型简介|模型介绍|模型详情|モデル概要|モデル詳細|モデルの説明|모델 개요|모델 상세|모델 설명|모델 정보",
    any: "información general|informações gerais|informations générales|allgemeine informationen|resumen|resumo|résumé|zusammenfassung|概述|简介|概要|개요",
  },
  {
    id: "technical-specifications",
    card: "arquitectura del modelo|arquitetura do modelo|architecture du modèle|modellarchitektur|architettura del modello|архитектура модели|模型架构|模型结构|モデルアーキテクチャ|모델 아키텍처|모델 구조",
    any: "arquitectura|arquitetura|architektur|архитектура|架构",
  },
  {
    id: "how-to-use",
    card: "",
    any: "uso|usage|nutzung|utilizzo|gebruik|cara penggunaan|使用|使用说明|用法|使い方|사용법|사용 방법",
  },
  { id: "licence", card: "", any: "licenza|licentie|licencja|lisans|lisensi|许可|ライセンス|라이선스" },
  {
    id: "citation",
    card: "",
    any: "citación|cita|citar|citação|como citar|cómo citar|zitierung|zitation|citazione|цитирование|引用|인용",
  },
  {
    id: "contact",
    card: "",
    any: "contacto|contato|kontakt|contatti|контакты|联系方式|联系|連絡先|お問い合わせ|문의|연락처",
  },
  { id: "authors", card: "", any: "autores|autor|auteurs|autoren|autori|авторы|作者|著者|저자" },
  {
    id: "references",
    card: "",
    any: "referencias|referências|références|referenzen|literatur|riferimenti|ссылки|литература|参考文献|参考资料|참고 문헌",
  },
];
